/** Holds infra and workflows against the code they serve, without Azure. Neighbours: testkit. */
package com.contoso.tollbooth.azure.infra;
