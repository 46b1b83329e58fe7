package com.contoso.tollbooth.local.usage;

import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.Fetch;
import com.contoso.tollbooth.usage.JobLog;
import com.contoso.tollbooth.usage.JobRecord;
import com.contoso.tollbooth.usage.RunId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The job log as a table. */
final class SqliteJobLog implements JobLog {
  private static final String INSERT =
      """
      INTO job_log (id, enrollment, month, run, step, day, started, ended, outcome, lines, changed,
                    bytes, checksum, reason)
      VALUES (:id, :enrollment, :month, :run, :step, :day, :started, :ended, :outcome, :lines,
              :changed, :bytes, :checksum, :reason)
      """;

  private final JdbcClient jdbc;

  SqliteJobLog(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void put(JobRecord entry) {
    insert("INSERT OR REPLACE " + INSERT, entry);
  }

  @Override
  public boolean putIfAbsent(JobRecord entry) {
    return insert("INSERT OR IGNORE " + INSERT, entry) == 1;
  }

  private int insert(String sql, JobRecord entry) {
    return jdbc.sql(sql)
        .param("id", entry.id())
        .param("enrollment", entry.fetch().enrollment().value())
        .param("month", entry.month().toString())
        .param("run", entry.fetch().run().value())
        .param("step", entry.step().name())
        .param("day", Objects.toString(entry.day(), null))
        .param("started", entry.started().toEpochMilli())
        .param("ended", entry.ended() == null ? null : entry.ended().toEpochMilli())
        .param("outcome", entry.outcome().name())
        .param("lines", entry.lines())
        .param("changed", entry.changed())
        .param("bytes", entry.bytes())
        .param("checksum", entry.checksum())
        .param("reason", entry.reason())
        .update();
  }

  @Override
  public List<JobRecord> newest(@Nullable EnrollmentNumber enrollment, int limit) {
    String which = enrollment == null ? "" : " WHERE enrollment = :enrollment";
    var query =
        jdbc.sql("SELECT * FROM job_log" + which + " ORDER BY started DESC, id DESC LIMIT :limit")
            .param("limit", limit);
    return (enrollment == null ? query : query.param("enrollment", enrollment.value()))
        .query(SqliteJobLog::entry)
        .list();
  }

  @Override
  public List<JobRecord> run(EnrollmentNumber enrollment, YearMonth month, RunId run) {
    return jdbc.sql(
            "SELECT * FROM job_log WHERE enrollment = :enrollment AND month = :month AND run = :run"
                + " ORDER BY started, id")
        .param("enrollment", enrollment.value())
        .param("month", month.toString())
        .param("run", run.value())
        .query(SqliteJobLog::entry)
        .list();
  }

  @Override
  public List<JobRecord> decisions(EnrollmentNumber enrollment, YearMonth month, int limit) {
    return jdbc.sql(
            "SELECT * FROM job_log WHERE enrollment = :enrollment AND month = :month"
                + " AND step = 'CONTROL' ORDER BY started DESC, id DESC LIMIT :limit")
        .param("enrollment", enrollment.value())
        .param("month", month.toString())
        .param("limit", limit)
        .query(SqliteJobLog::entry)
        .list();
  }

  @Override
  public List<JobRecord> unended() {
    return jdbc.sql(
            "SELECT * FROM job_log WHERE step = 'CONTROL' AND ended IS NULL ORDER BY started, id")
        .query(SqliteJobLog::entry)
        .list();
  }

  private static JobRecord entry(ResultSet row, int number) throws SQLException {
    String day = row.getString("day");
    long ended = row.getLong("ended");
    boolean atWork = row.wasNull();
    return new JobRecord(
        row.getString("id"),
        new Fetch(
            new EnrollmentNumber(row.getString("enrollment")),
            YearMonth.parse(row.getString("month")),
            new RunId(row.getString("run"))),
        JobRecord.Step.valueOf(row.getString("step")),
        day == null ? null : LocalDate.parse(day),
        Instant.ofEpochMilli(row.getLong("started")),
        atWork ? null : Instant.ofEpochMilli(ended),
        JobRecord.Outcome.valueOf(row.getString("outcome")),
        row.getLong("lines"),
        row.getLong("changed"),
        row.getLong("bytes"),
        row.getString("checksum"),
        row.getString("reason"));
  }
}
