/** What the project promises to be fast, each measured beside a reference of the same run. */
package org.tournee.bench;
