package io.heliograph.testkit;

import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** The kit's tests of providers with the synchronous fake. */
@Suite
@SelectPackages("io.heliograph.testkit.provider")
@IncludeClassNamePatterns(".*Behaviour")
final class SyncFakeKitTest {}
