package org.tournee.simulation;

import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** One plan, carried out from its beginning to rest, with everything checked after every step. */
final class Life {

    /** Keeps quiet about what is made to fail on purpose. */
    private static final Logger SERVER = Logger.getLogger("org.tournee.server");

    static {
        SERVER.setLevel(Level.OFF);
    }

    private Life() {}

    /** What was violated first, all in memory; empty where nothing was. */
    static Optional<Violation> of(Plan plan) {
        return of(plan, Stores.MEMORY);
    }

    /** What was violated first over those stores; empty where nothing was. */
    static Optional<Violation> of(Plan plan, Stores stores) {
        try {
            return of(plan, new World(plan, stores));
        } finally {
            stores.endLife();
        }
    }

    /** All that the server holds in the end, in one text; empty where something was violated. */
    static Optional<String> told(Plan plan) {
        World world = new World(plan, Stores.MEMORY);
        return of(plan, world).isPresent()
                ? Optional.empty()
                : Optional.of(world.requests() + " " + world.service().view().log());
    }

    private static Optional<Violation> of(Plan plan, World world) {
        ServerInvariants server = new ServerInvariants(world);
        PhoneInvariants phones = new PhoneInvariants(world);
        long[] commits = {world.server().commits()};
        Runnable check = () -> {
            if (world.restores().isUnnoticed()) {
                server.noteUnnoticed();
                phones.checkWhatIsSeenTogether();
                return;
            }
            phones.check(false);
            long now = world.server().commits();
            if (now != commits[0] || server.missedARestore()) {
                server.check();
            }
            commits[0] = world.server().commits();
        };
        try {
            for (Event event : plan.events()) {
                world.happen(event);
                check.run();
            }
            new Rest(world, plan.seed(), server::erased).come(check);
            phones.check(true);
            server.check();
            return Optional.empty();
        } catch (Violation e) {
            return Optional.of(e);
        } catch (RuntimeException e) {
            return Optional.of(new Violation("nothing fails that was not made to", e));
        } finally {
            world.end();
        }
    }
}
