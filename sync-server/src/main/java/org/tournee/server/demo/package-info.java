/**
 * The demonstration: a PostgreSQL of its own, and a whole invented service with three years of work, made through the
 * same doors as real use. Real places, invented people.
 */
@NullMarked
package org.tournee.server.demo;

import org.jspecify.annotations.NullMarked;
