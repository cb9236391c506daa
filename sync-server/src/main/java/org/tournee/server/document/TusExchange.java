package org.tournee.server.document;

import io.micronaut.http.HttpRequest;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One exchange as the protocol's library sees it: the six things that it asks of a servlet's request and the four that it
 * tells a response. Anything else is an error, told at once.
 */
final class TusExchange {

    private final HttpRequest<?> request;
    private final InputStream body;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private int status = 200;
    private boolean failed;

    TusExchange(HttpRequest<?> request, InputStream body) {
        this.request = request;
        this.body = body;
    }

    int status() {
        return status;
    }

    /** Whether the library refused; the status says why. */
    boolean failed() {
        return failed;
    }

    Map<String, String> headers() {
        return headers;
    }

    @SuppressWarnings("JdkObsolete") // a StringBuffer is what servlets speak
    HttpServletRequest servletRequest() {
        return proxy(HttpServletRequest.class, (self, method, arguments) -> switch (method.getName()) {
            case "getHeader" -> request.getHeaders().get((String) arguments[0]);
            case "getMethod" -> request.getMethodName();
            case "getRequestURI" -> request.getPath();
            case "getRequestURL" -> new StringBuffer(request.getPath());
            case "getRemoteAddr" -> ""; // who calls is known by their token
            case "getInputStream" -> new Body(body);
            default -> throw new UnsupportedOperationException(method.getName());
        });
    }

    HttpServletResponse servletResponse() {
        return proxy(HttpServletResponse.class, (self, method, arguments) -> {
            switch (method.getName()) {
                case "setHeader", "addHeader" -> headers.put((String) arguments[0], (String) arguments[1]);
                case "getHeader" -> {
                    return headers.get((String) arguments[0]);
                }
                case "setStatus" -> status = (int) arguments[0];
                case "sendError" -> {
                    status = (int) arguments[0];
                    failed = true;
                }
                default -> throw new UnsupportedOperationException(method.getName());
            }
            return null;
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    /** The body as a servlet would give it: read by waiting, never by listening. */
    private static final class Body extends ServletInputStream {

        private final InputStream in;
        private boolean finished;

        Body(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            int next = in.read();
            finished = next < 0;
            return next;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int count = in.read(buffer, from, length);
            finished = count < 0;
            return count;
        }

        @Override
        public boolean isFinished() {
            return finished;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(@Nullable ReadListener listener) {
            throw new UnsupportedOperationException("Read by waiting");
        }
    }
}
