@NullMarked
package org.afterword.replica;

import org.jspecify.annotations.NullMarked;
