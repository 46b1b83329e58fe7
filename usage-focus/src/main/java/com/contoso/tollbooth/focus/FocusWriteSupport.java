package com.contoso.tollbooth.focus;

import com.contoso.tollbooth.usage.focus.FocusColumn;
import com.contoso.tollbooth.usage.focus.FocusRow;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.jspecify.annotations.Nullable;

/** Hands a row to Parquet, column by column; an absent value is not handed over. */
final class FocusWriteSupport extends WriteSupport<FocusRow> {
  private static final FocusColumn[] COLUMNS = FocusColumn.values();

  private final FocusSchema schema;
  private @Nullable RecordConsumer consumer;

  FocusWriteSupport(FocusSchema schema) {
    this.schema = schema;
  }

  @Override
  public WriteContext init(Configuration configuration) {
    return new WriteContext(schema.message(), Map.of());
  }

  @Override
  public WriteContext init(ParquetConfiguration configuration) {
    return new WriteContext(schema.message(), Map.of());
  }

  @Override
  public void prepareForWrite(RecordConsumer recordConsumer) {
    this.consumer = recordConsumer;
  }

  @Override
  public void write(FocusRow row) {
    RecordConsumer out = Objects.requireNonNull(consumer);
    out.startMessage();
    for (int i = 0; i < COLUMNS.length; i++) {
      Object value = row.value(COLUMNS[i]);
      if (value != null) {
        out.startField(COLUMNS[i].id(), i);
        add(out, COLUMNS[i], value);
        out.endField(COLUMNS[i].id(), i);
      }
    }
    out.endMessage();
  }

  private void add(RecordConsumer out, FocusColumn column, Object value) {
    switch (column.type()) {
      case TEXT -> out.addBinary(Binary.fromString((String) value));
      case TIME -> out.addLong(ChronoUnit.MICROS.between(Instant.EPOCH, (Instant) value));
      case COST, QUANTITY, PRICE ->
          out.addBinary(decimal((BigDecimal) value, schema.scales().of(column.type())));
    }
  }

  /** Two's complement, the sign carried to the left. It throws rather than lose a digit. */
  private static Binary decimal(BigDecimal value, int scale) {
    byte[] digits = value.setScale(scale).unscaledValue().toByteArray();
    byte[] bytes = new byte[FocusSchema.DECIMAL_BYTES];
    Arrays.fill(bytes, (byte) (value.signum() < 0 ? -1 : 0));
    System.arraycopy(digits, 0, bytes, bytes.length - digits.length, digits.length);
    return Binary.fromConstantByteArray(bytes);
  }
}
