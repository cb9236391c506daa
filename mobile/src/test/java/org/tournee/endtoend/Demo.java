package org.tournee.endtoend;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a server of the demonstration says when it is ready.
 *
 * @param accounts by the code of the role
 * @param database its JDBC address, as user {@code postgres}
 */
public record Demo(URI server, String database, String password, Map<String, Account> accounts) {

    /** Somebody to sign in as. */
    public record Account(String login, String name) {}

    /** From the lines of its standard output; they must hold {@code READY}. */
    public static Demo of(List<String> lines) {
        Map<String, Account> accounts = new TreeMap<>();
        String server = "";
        String database = "";
        String password = "";
        for (String line : lines) {
            String[] words = line.split(" ", 4);
            switch (words[0]) {
                case "READY" -> server = words[1];
                case "DATABASE" -> database = words[1];
                case "PASSWORD" -> password = words[1];
                case "ACCOUNT" -> accounts.put(words[1], new Account(words[2], words[3]));
                default -> {
                    // PROGRESS is for people
                }
            }
        }
        return new Demo(URI.create(server), database, password, accounts);
    }

    public Account account(String role) {
        Account account = accounts.get(role);
        if (account == null) {
            throw new IllegalStateException("No demonstration account for " + role);
        }
        return account;
    }
}
