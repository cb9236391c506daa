/**
 * Phones, network, server and their stores in one thread, led by one seed: what the protocol promises is checked after
 * every step, whatever goes wrong meanwhile. See {@code docs/simulation.md}.
 */
package org.tournee.simulation;
