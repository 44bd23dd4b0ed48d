/**
 * The assembled product as its users meet it: started by its launcher in a process of its own, spoken to over HTTP, on
 * the command line and in Chromium. Nothing here looks inside, except at the files in the data folder.
 */
@NullMarked
package io.heliograph.e2e;

import org.jspecify.annotations.NullMarked;
