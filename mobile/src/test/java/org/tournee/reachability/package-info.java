/**
 * Records what the phone's program really loads by name, and holds it against the lists of the native image: a class, a
 * field or a file that they do not name is missing on a phone, and nowhere else. See docs/native.md.
 */
package org.tournee.reachability;
