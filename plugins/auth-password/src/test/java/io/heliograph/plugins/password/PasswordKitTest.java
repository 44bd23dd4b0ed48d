package io.heliograph.plugins.password;

import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** The kit's tests of local sign-in. */
@Suite
@SelectPackages("io.heliograph.testkit.identity")
@IncludeClassNamePatterns(".*Behaviour")
final class PasswordKitTest {}
