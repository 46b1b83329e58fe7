package com.contoso.tollbooth.azure.infra;

import com.contoso.tollbooth.azure.events.Facts;
import com.contoso.tollbooth.azure.handlers.FactHandlers;
import com.microsoft.azure.functions.annotation.EventGridTrigger;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.QueueTrigger;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;

/** The functions in the code, by reflection on the handlers. */
final class AppFunctions {
  private static final List<Method> FUNCTIONS = find();

  private AppFunctions() {}

  private static List<Method> find() {
    var functions = new ArrayList<Method>();
    for (var handler :
        new ClassPathScanningCandidateComponentProvider(true)
            .findCandidateComponents(FactHandlers.class.getPackageName())) {
      try {
        Stream.of(Class.forName(handler.getBeanClassName()).getMethods())
            .filter(method -> method.isAnnotationPresent(FunctionName.class))
            .forEach(functions::add);
      } catch (ClassNotFoundException e) {
        throw new IllegalStateException(e);
      }
    }
    return functions;
  }

  static Set<String> names() {
    return FUNCTIONS.stream()
        .map(AppFunctions::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The functions that Event Grid calls. */
  static Set<String> calledByEventGrid() {
    return FUNCTIONS.stream()
        .filter(method -> triggers(method).anyMatch(EventGridTrigger.class::isInstance))
        .map(AppFunctions::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The type of event each function takes: it says so of an event that it cannot take. */
  static Map<String, String> eventTypes() throws ReflectiveOperationException {
    var types = new TreeMap<String, String>();
    var refused = new ArrayList<Facts.Undelivered>();
    var handlers =
        new FactHandlers(
            new Facts((undelivered, why) -> refused.add(undelivered)),
            accepted -> {},
            required -> {},
            closed -> {});
    for (String function : calledByEventGrid()) {
      refused.clear();
      method(function).invoke(handlers, "{}");
      types.put(function, refused.getFirst().type());
    }
    return types;
  }

  /** The queues that functions listen to. */
  static Set<String> queues() {
    return queueTriggers().map(QueueTrigger::queueName).collect(Collectors.toSet());
  }

  /** The prefixes of the settings by which the host reaches those queues. */
  static Set<String> connections() {
    return queueTriggers().map(QueueTrigger::connection).collect(Collectors.toSet());
  }

  /** The settings that annotations name between percent signs. */
  static Set<String> settings() {
    return FUNCTIONS.stream()
        .flatMap(AppFunctions::triggers)
        .flatMap(trigger -> Repository.found("%(\\w+)%", trigger.toString()).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<QueueTrigger> queueTriggers() {
    return FUNCTIONS.stream()
        .flatMap(AppFunctions::triggers)
        .filter(QueueTrigger.class::isInstance)
        .map(QueueTrigger.class::cast);
  }

  private static Stream<Annotation> triggers(Method function) {
    return Arrays.stream(function.getParameterAnnotations()).flatMap(Arrays::stream);
  }

  private static Method method(String function) {
    return FUNCTIONS.stream().filter(it -> name(it).equals(function)).findFirst().orElseThrow();
  }

  private static String name(Method function) {
    return function.getAnnotation(FunctionName.class).value();
  }
}
