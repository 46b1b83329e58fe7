/** The whole of TollBooth on one machine: its rooms, wired. */
@NullMarked
package com.contoso.tollbooth.local;

import org.jspecify.annotations.NullMarked;
