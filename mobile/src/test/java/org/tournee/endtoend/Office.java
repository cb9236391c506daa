package org.tournee.endtoend;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.ReferentRole;

/** A head at the pages of the back office: the same forms as in the browser, without its pictures. */
final class Office {

    private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");
    private static final int SEE_OTHER = 303;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI server;
    private final String login;
    private final String password;
    private String cookie = "";

    Office(URI server, String login, String password) {
        this.server = server;
        this.login = login;
        this.password = password;
    }

    /**
     * Signs in, and has somebody answer for a dossier.
     *
     * @param until the first day on which they no longer do; null for a referent
     */
    void handOver(DossierId dossier, String worker, ReferentRole role, LocalDate from, @Nullable LocalDate until)
            throws IOException, InterruptedException {
        signIn();
        String path = "/dossiers/" + dossier + "/referents";
        HttpResponse<String> page = send(request(path).GET());
        Matcher csrf = CSRF.matcher(page.body());
        if (!csrf.find()) {
            throw new AssertionError("No form for whoever heads that dossier: " + page.statusCode());
        }
        Map<String, String> form = new TreeMap<>(Map.of(
                "csrf", csrf.group(1), "titre", role.name(), "qui", worker, "du", from.toString(), "note", "Relais"));
        if (until != null) {
            form.put("retour", until.toString());
        }
        post(path, form);
    }

    private void signIn() throws IOException, InterruptedException {
        HttpResponse<String> answer = post("/connexion", Map.of("login", login, "password", password, "suite", ""));
        cookie = answer.headers().firstValue("set-cookie").orElseThrow().split(";", 2)[0];
    }

    private HttpResponse<String> post(String path, Map<String, String> form) throws IOException, InterruptedException {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpResponse<String> answer = send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        if (answer.statusCode() != SEE_OTHER) {
            throw new AssertionError(path + " answers " + answer.statusCode() + "\n" + answer.body());
        }
        return answer;
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path));
        return cookie.isEmpty() ? request : request.header("Cookie", cookie);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
