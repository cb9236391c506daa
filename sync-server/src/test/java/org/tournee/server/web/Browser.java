package org.tournee.server.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Speaks HTTP as a browser does: keeps its cookie, sends the token of the page it looks at, follows nothing by itself. */
final class Browser {

    private static final Pattern TOKEN = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;
    private String cookie = "";
    private String csrf = "";

    Browser(String address) {
        this.address = address;
    }

    /** What came back. */
    record Page(int status, String location, HttpResponse<String> response) {

        /** With usual spaces, as texts are written: those at which no line ends look alike. */
        String html() {
            return response.body().replace('\u00A0', ' ');
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    Browser signIn(String login, String password) {
        Page page = post("/connexion", Map.of("login", login, "password", password, "suite", "/"), Map.of());
        if (page.status() != 303) {
            throw new AssertionError(page.status() + " " + page.html());
        }
        return this;
    }

    Page get(String path) {
        return send(request(path).GET());
    }

    /** Sends a form with the token of the page seen last. */
    Page submit(String path, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("csrf", csrf);
        return post(path, all, Map.of("Sec-Fetch-Site", "same-origin"));
    }

    Page post(String path, Map<String, String> fields, Map<String, String> headers) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return send(request);
    }

    String cookie() {
        return cookie;
    }

    String csrf() {
        return csrf;
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path)).header("Accept", "text/html");
        return cookie.isEmpty() ? request : request.header("Cookie", cookie);
    }

    private Page send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            response.headers().firstValue("set-cookie").ifPresent(set -> cookie = set.substring(0, set.indexOf(';')));
            Matcher token = TOKEN.matcher(response.body());
            if (token.find()) {
                csrf = token.group(1);
            }
            return new Page(
                    response.statusCode(),
                    response.headers().firstValue("location").orElse(""),
                    response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
