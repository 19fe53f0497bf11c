/** Afterword: one application of small modules; the map stands in docs/modules. */
@NullMarked
package org.afterword;

import org.jspecify.annotations.NullMarked;
