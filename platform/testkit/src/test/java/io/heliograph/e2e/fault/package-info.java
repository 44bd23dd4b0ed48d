/**
 * What bad input and bad luck get: tables with one row for each fault, against the assembled product. A row says which
 * status or exit code, which type or sentence, which field; and that database, store and ledger are as they were before.
 */
@NullMarked
package io.heliograph.e2e.fault;

import org.jspecify.annotations.NullMarked;
