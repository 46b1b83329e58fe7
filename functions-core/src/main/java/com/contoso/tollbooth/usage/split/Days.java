package com.contoso.tollbooth.usage.split;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * Days as reports write them: {@code MM/dd/yyyy}, {@code yyyy-MM-dd} or {@code yyyyMMdd}, alone or
 * with a time after it, which does not count: a report names the day in UTC.
 */
final class Days {
  private @Nullable LocalDate last;

  /** Returns {@code null} for what is no day, such as 32 January. */
  @Nullable LocalDate parse(char[] text, int from, int length) {
    int end = dateLength(text, from, length);
    if (end == 10 && text[from + 4] == '-' && text[from + 7] == '-') {
      return day(number(text, from, 4), number(text, from + 5, 2), number(text, from + 8, 2));
    }
    if (end == 8 && number(text, from, 8) >= 0) {
      return day(number(text, from, 4), number(text, from + 4, 2), number(text, from + 6, 2));
    }
    int first = slash(text, from, from + end);
    int second = slash(text, first + 1, from + end);
    if (first < 0 || second < 0 || from + end - second != 5) {
      return null;
    }
    return day(
        number(text, second + 1, 4),
        number(text, from, first - from),
        number(text, first + 1, second - first - 1));
  }

  /** Where the time begins, or the end. */
  private static int dateLength(char[] text, int from, int length) {
    for (int i = 0; i < length; i++) {
      if (text[from + i] == 'T' || text[from + i] == ' ') {
        return i;
      }
    }
    return length;
  }

  private static int slash(char[] text, int from, int to) {
    for (int i = from; from > 0 - 1 && i < to; i++) {
      if (text[i] == '/') {
        return i;
      }
    }
    return -1;
  }

  /** Its value, or -1. */
  private static int number(char[] text, int from, int length) {
    if (length < 1) {
      return -1;
    }
    int value = 0;
    for (int i = from; i < from + length; i++) {
      if (text[i] < '0' || text[i] > '9') {
        return -1;
      }
      value = value * 10 + (text[i] - '0');
    }
    return value;
  }

  private @Nullable LocalDate day(int year, int month, int day) {
    LocalDate same = last;
    if (same != null
        && same.getDayOfMonth() == day
        && same.getMonthValue() == month
        && same.getYear() == year) {
      return same;
    }
    if (year < 1 || month < 1 || month > 12 || day < 1) {
      return null;
    }
    YearMonth yearMonth = YearMonth.of(year, month);
    if (!yearMonth.isValidDay(day)) {
      return null;
    }
    last = yearMonth.atDay(day);
    return last;
  }
}
