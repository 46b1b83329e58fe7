package com.contoso.tollbooth.azure.testkit.cosmos;

/** An answer other than success: its HTTP status, its substatus and the service's code for it. */
final class CosmosFailure extends RuntimeException {
  /** The document's partition key is not the one that the request named. */
  static final int PARTITION_KEY_MISMATCH = 1001;

  /** The physical partition has gone: it was split or moved. */
  static final int PARTITION_KEY_RANGE_GONE = 1002;

  private final int status;
  private final int substatus;

  CosmosFailure(int status, int substatus, String message) {
    super(message);
    this.status = status;
    this.substatus = substatus;
  }

  static CosmosFailure badRequest(String message) {
    return new CosmosFailure(400, 0, message);
  }

  static CosmosFailure notFound(String what) {
    return new CosmosFailure(404, 0, "Resource Not Found: " + what);
  }

  static CosmosFailure conflict(String what) {
    return new CosmosFailure(
        409, 0, "Resource with specified id, name, or unique index already exists: " + what);
  }

  static CosmosFailure preconditionFailed() {
    return new CosmosFailure(
        412,
        0,
        "Operation cannot be performed because one of the specified precondition is not met");
  }

  int status() {
    return status;
  }

  int substatus() {
    return substatus;
  }

  String code() {
    return switch (status) {
      case 400 -> "BadRequest";
      case 401 -> "Unauthorized";
      case 404 -> "NotFound";
      case 408 -> "RequestTimeout";
      case 409 -> "Conflict";
      case 410 -> "Gone";
      case 412 -> "PreconditionFailed";
      case 413 -> "RequestEntityTooLarge";
      case 429 -> "429";
      case 449 -> "RetryWith";
      case 503 -> "ServiceUnavailable";
      default -> "InternalServerError";
    };
  }
}
