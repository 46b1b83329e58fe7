package com.contoso.tollbooth.focus;

import com.contoso.tollbooth.usage.focus.FocusColumn;
import com.contoso.tollbooth.usage.focus.FocusScales;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;

/** The columns of FOCUS as Parquet's types: decimals of 38 digits in 16 bytes, times in UTC. */
record FocusSchema(FocusScales scales) {
  static final int DECIMAL_BYTES = 16;

  MessageType message() {
    var message = Types.buildMessage();
    for (FocusColumn column : FocusColumn.values()) {
      message.addField(type(column));
    }
    return message.named("focus");
  }

  private Type type(FocusColumn column) {
    Repetition repetition =
        switch (column.nulls()) {
          case NONE -> Repetition.REQUIRED;
          case ALLOWED -> Repetition.OPTIONAL;
        };
    return switch (column.type()) {
      case TEXT ->
          Types.primitive(PrimitiveTypeName.BINARY, repetition)
              .as(LogicalTypeAnnotation.stringType())
              .named(column.id());
      case TIME ->
          Types.primitive(PrimitiveTypeName.INT64, repetition)
              .as(LogicalTypeAnnotation.timestampType(true, TimeUnit.MICROS))
              .named(column.id());
      case COST, QUANTITY, PRICE ->
          Types.primitive(PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY, repetition)
              .length(DECIMAL_BYTES)
              .as(
                  LogicalTypeAnnotation.decimalType(
                      scales.of(column.type()), FocusScales.PRECISION))
              .named(column.id());
    };
  }
}
