/** Who people are: members, handles, roles, profiles. */
@ApplicationModule(type = ApplicationModule.Type.OPEN, allowedDependencies = { "kernel" })
@NullMarked
package org.afterword.member;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
