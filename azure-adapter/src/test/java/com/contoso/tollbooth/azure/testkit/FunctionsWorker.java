package com.contoso.tollbooth.azure.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Logger;

/**
 * A process that runs a packaged function app as the Java worker of Azure Functions does: its own
 * libraries come first on the class path, the app's class loader is made from the package, a
 * function's instance comes from the injector that the app brings as a service.
 *
 * <p>It uses nothing but the JDK, since it shares its class loader with the worker's old libraries.
 * It is spoken to by lines: {@code function base64(argument)…}, answered by {@code ok base64} or
 * {@code failed base64(stack trace)}. {@code *function base64(message)…} calls a function with all
 * messages at once, as a trigger does with a batch.
 */
public final class FunctionsWorker {
  private final Path app;
  private ClassLoader loader;

  private FunctionsWorker(Path app) {
    this.app = app;
  }

  public static void main(String[] arguments) throws IOException {
    PrintStream answers = System.out;
    System.setOut(System.err);
    var worker = new FunctionsWorker(Path.of(arguments[0]));
    answers.println("ready");
    var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      answers.println(worker.answer(line));
    }
    System.exit(0);
  }

  private String answer(String line) {
    try {
      List<String> words = List.of(line.split(" ", -1));
      List<String> given = words.stream().skip(1).map(FunctionsWorker::decoded).toList();
      String function = words.get(0);
      return "ok "
          + encoded(
              function.startsWith("*")
                  ? invokeAll(function.substring(1), given)
                  : invoke(function, given));
    } catch (InvocationTargetException e) {
      return "failed " + encoded(trace(e.getCause()));
    } catch (Throwable e) {
      return "failed " + encoded(trace(e));
    }
  }

  private String invokeAll(String function, List<String> messages) throws Throwable {
    try (var threads = Executors.newFixedThreadPool(messages.size())) {
      List<Callable<String>> calls = new ArrayList<>();
      for (String message : messages) {
        calls.add(
            () -> {
              try {
                return invoke(function, List.of(message));
              } catch (Throwable fault) {
                throw new IllegalStateException(fault);
              }
            });
      }
      for (Future<String> done : threads.invokeAll(calls)) {
        done.get();
      }
    }
    return "";
  }

  private String invoke(String function, List<String> given) throws Throwable {
    StagedFunction staged = StagedFunction.read(app.resolve(function));
    Class<?> type = Class.forName(staged.className(), true, loader(staged.jar()));
    Method method =
        Arrays.stream(type.getMethods())
            .filter(each -> each.getName().equals(staged.methodName()))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no method " + staged.entryPoint()));
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    Thread.currentThread().setContextClassLoader(loader);
    try {
      Object instance = instance(type);
      Object result = method.invoke(instance, arguments(method, function, given));
      return result == null ? "" : result.toString();
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  private synchronized ClassLoader loader(Path jar) throws IOException {
    if (loader == null) {
      loader = StagedFunction.loader(app, jar, FunctionsWorker.class.getClassLoader());
    }
    return loader;
  }

  private Object instance(Class<?> type) throws Exception {
    Class<?> service =
        Class.forName(
            "com.microsoft.azure.functions.spi.inject.FunctionInstanceInjector", true, loader);
    Object injector =
        ServiceLoader.load(service, loader).stream()
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("the app brings no injector"))
            .get();
    return service.getMethod("getInstance", Class.class).invoke(injector, type);
  }

  private Object[] arguments(Method method, String function, List<String> given) {
    var arguments = new ArrayList<Object>();
    for (Parameter parameter : method.getParameters()) {
      String type = parameter.getType().getSimpleName();
      switch (type) {
        case "String" -> arguments.add(given.get(0));
        case "ExecutionContext" ->
            arguments.add(
                proxy(
                    parameter.getType(),
                    Map.of(
                        "getLogger",
                        Logger.getLogger(function),
                        "getFunctionName",
                        function,
                        "getInvocationId",
                        "invocation")));
        case "HttpRequestMessage" -> arguments.add(request(parameter.getType(), given));
        default ->
            throw new IllegalStateException(
                "cannot bind " + type + " of " + Arrays.toString(annotations(parameter)));
      }
    }
    return arguments.toArray();
  }

  private static Annotation[] annotations(Parameter parameter) {
    return parameter.getAnnotations();
  }

  /** Method, address, headers as lines, and the body in Base64. */
  private Object request(Class<?> type, List<String> given) {
    URI uri = URI.create(given.get(1));
    var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    given.get(2).lines().forEach(line -> put(headers, line, ": "));
    var query = new LinkedHashMap<String, String>();
    if (uri.getQuery() != null) {
      Arrays.stream(uri.getQuery().split("&", -1)).forEach(pair -> put(query, pair, "="));
    }
    byte[] body = Base64.getDecoder().decode(given.get(3));
    return Proxy.newProxyInstance(
        loader,
        new Class<?>[] {type},
        (self, method, arguments) ->
            switch (method.getName()) {
              case "getUri" -> uri;
              case "getHttpMethod" ->
                  method
                      .getReturnType()
                      .getMethod("value", String.class)
                      .invoke(null, given.get(0));
              case "getHeaders" -> headers;
              case "getQueryParameters" -> query;
              case "getBody" -> body.length == 0 ? Optional.empty() : Optional.of(body);
              case "createResponseBuilder" -> builder(method.getReturnType(), arguments[0]);
              default -> throw new IllegalStateException(method.getName());
            });
  }

  private static void put(Map<String, String> map, String pair, String separator) {
    int at = pair.indexOf(separator);
    if (at > 0) {
      map.put(pair.substring(0, at), pair.substring(at + separator.length()));
    }
  }

  /** Its message says status, headers and body, each in a line of its own, the body in Base64. */
  private Object builder(Class<?> type, Object status) {
    var answer = new LinkedHashMap<String, String>();
    var body = new Object[1];
    return Proxy.newProxyInstance(
        loader,
        new Class<?>[] {type},
        (self, method, arguments) -> {
          switch (method.getName()) {
            case "status" -> throw new IllegalStateException("the status is set already");
            case "header" -> answer.put((String) arguments[0], (String) arguments[1]);
            case "body" -> body[0] = arguments[0];
            case "build" -> {
              return message(method.getReturnType(), status, answer, body[0]);
            }
            default -> throw new IllegalStateException(method.getName());
          }
          return self;
        });
  }

  private Object message(Class<?> type, Object status, Map<String, String> headers, Object body)
      throws ReflectiveOperationException {
    Object code = status.getClass().getMethod("value").invoke(status);
    byte[] bytes =
        switch (body) {
          case null -> new byte[0];
          case byte[] raw -> raw;
          default -> body.toString().getBytes(StandardCharsets.UTF_8);
        };
    var text = new StringBuilder().append(code).append('\n');
    headers.forEach((name, value) -> text.append(name).append(": ").append(value).append('\n'));
    text.append('\n').append(Base64.getEncoder().encodeToString(bytes));
    return proxy(type, Map.of("toString", text.toString()));
  }

  private static Object proxy(Class<?> type, Map<String, Object> answers) {
    return Proxy.newProxyInstance(
        type.getClassLoader(),
        new Class<?>[] {type},
        (self, method, arguments) -> answers.get(method.getName()));
  }

  private static String trace(Throwable fault) {
    var text = new StringWriter();
    fault.printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  private static String encoded(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String decoded(String text) {
    return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
  }
}
