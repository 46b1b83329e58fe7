package com.contoso.tollbooth.focus;

import com.contoso.tollbooth.usage.focus.FocusFormat;
import com.contoso.tollbooth.usage.focus.FocusRow;
import com.contoso.tollbooth.usage.focus.FocusScales;
import com.contoso.tollbooth.usage.focus.FocusWriter;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;

/**
 * FOCUS as Parquet, compressed with Snappy. What it holds in memory is one row group, whatever the
 * length of the file.
 */
final class ParquetFocusWriter implements FocusWriter {
  /** The whole pipeline must run in 256 MB; a group this size reads well and leaves room. */
  private static final long ROW_GROUP_BYTES = 16L << 20;

  /** Rows that repeat each other take few bytes; their number is bounded too. */
  private static final int ROW_GROUP_ROWS = 100_000;

  @Override
  public FocusFormat format() {
    return FocusFormat.PARQUET;
  }

  @Override
  public Sheet open(OutputStream out, FocusScales scales) throws IOException {
    if (!scales.fits()) {
      throw new IllegalArgumentException(
          "the month's figures need more than %d digits, which Parquet's decimals do not have;"
                  .formatted(FocusScales.PRECISION)
              + " the CSV export has them");
    }
    ParquetWriter<FocusRow> writer =
        new Builder(new StreamFile(out), new FocusSchema(scales))
            .withConf(new PlainParquetConfiguration())
            .withCompressionCodec(CompressionCodecName.SNAPPY)
            .withRowGroupSize(ROW_GROUP_BYTES)
            .withRowGroupRowCountLimit(ROW_GROUP_ROWS)
            .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
            .build();
    return new ParquetSheet(writer);
  }

  private record ParquetSheet(ParquetWriter<FocusRow> writer) implements Sheet {
    @Override
    public void write(FocusRow row) throws IOException {
      writer.write(row);
    }

    @Override
    public void close() throws IOException {
      writer.close();
    }
  }

  private static final class Builder extends ParquetWriter.Builder<FocusRow, Builder> {
    private final FocusSchema schema;

    Builder(OutputFile file, FocusSchema schema) {
      super(file);
      this.schema = schema;
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    protected WriteSupport<FocusRow> getWriteSupport(
        org.apache.hadoop.conf.Configuration configuration) {
      return new FocusWriteSupport(schema);
    }

    @Override
    protected WriteSupport<FocusRow> getWriteSupport(
        org.apache.parquet.conf.ParquetConfiguration configuration) {
      return new FocusWriteSupport(schema);
    }
  }
}
