package com.contoso.tollbooth.usage;

import java.io.IOException;
import java.util.function.Consumer;

/** The lines of a day file, read anew each time they are asked for, never all in memory. */
public interface DayLines {
  void forEach(Consumer<UsageLine> each) throws IOException;
}
