/** The whole mission, from two phones through a network that breaks to the server and a browser: all of it real. */
package org.tournee.endtoend;
