package com.contoso.tollbooth.api;

/** Problem details as RFC 9457 names them. */
record Problem(String detail, String instance, int status, String title) {
  /** Why a request is not answered as it wishes. */
  enum Kind {
    BAD_REQUEST(400, "Bad Request"),
    FORBIDDEN(403, "Forbidden"),
    NOT_FOUND(404, "Not Found"),
    METHOD_NOT_ALLOWED(405, "Method Not Allowed"),
    CONFLICT(409, "Conflict"),
    CONTENT_TOO_LARGE(413, "Content Too Large"),
    UNSUPPORTED_MEDIA_TYPE(415, "Unsupported Media Type"),
    UNPROCESSABLE_CONTENT(422, "Unprocessable Content"),
    FAULT(500, "Internal Server Error");

    private final int status;
    private final String title;

    Kind(int status, String title) {
      this.status = status;
      this.title = title;
    }

    Problem of(ApiRequest request, String detail) {
      return new Problem(detail, request.path(), status, title);
    }
  }
}
