package io.heliograph.plugins.files;

import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** The kit's tests of stores. */
@Suite
@SelectPackages("io.heliograph.testkit.store")
@IncludeClassNamePatterns(".*Behaviour")
final class FilesKitTest {}
