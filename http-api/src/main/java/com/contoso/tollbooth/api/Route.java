package com.contoso.tollbooth.api;

import java.io.IOException;

/** One line of the route table: which requests an operation answers. */
record Route(String method, PathTemplate path, Operation operation) {
  static Route get(String path, Operation operation) {
    return new Route("GET", new PathTemplate(path), operation);
  }

  static Route post(String path, Operation operation) {
    return new Route("POST", new PathTemplate(path), operation);
  }

  static Route put(String path, Operation operation) {
    return new Route("PUT", new PathTemplate(path), operation);
  }

  static Route delete(String path, Operation operation) {
    return new Route("DELETE", new PathTemplate(path), operation);
  }

  /** Translates a call to a function and what it returns to an answer. */
  @FunctionalInterface
  interface Operation {
    ApiAnswer answer(Call call) throws IOException;
  }
}
