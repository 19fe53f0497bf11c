/** Steps of the tables that need more than SQL; all others are in resources. */
@NullMarked
package db.migration;

import org.jspecify.annotations.NullMarked;
