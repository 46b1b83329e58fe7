/** The job repository's database: PostgreSQL. Neighbours: export-batch only. */
@NullMarked
package com.contoso.tollbooth.azure.batch;

import org.jspecify.annotations.NullMarked;
