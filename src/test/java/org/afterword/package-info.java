/**
 * What every test stands on: one application on real PostgreSQL, and two browsers to look
 * at it.
 */
package org.afterword;
