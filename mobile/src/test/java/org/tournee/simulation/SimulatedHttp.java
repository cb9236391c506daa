package org.tournee.simulation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.tournee.sync.StreamId;

/**
 * The phone's HTTP client over the virtual network: the request's real bytes go out, and the coroutine that sent them
 * pauses until an answer's bytes are there, or it is told that none will come. Where pushes travel abreast it goes on after
 * one, and pauses once it asks for the answer.
 */
final class SimulatedHttp extends HttpClient {

    private final Supplier<StreamId> stream;
    private final Consumer<Exchange> network;
    private final Consumer<Exchange> awaiting;
    private final BooleanSupplier abreast;

    /**
     * A client.
     *
     * @param awaiting told whose answer the phone waits for
     * @param abreast whether it goes on while a push is on its way
     */
    SimulatedHttp(
            Supplier<StreamId> stream,
            Consumer<Exchange> network,
            Consumer<Exchange> awaiting,
            BooleanSupplier abreast) {
        this.stream = stream;
        this.network = network;
        this.awaiting = awaiting;
        this.abreast = abreast;
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, BodyHandler<T> handler) {
        Map<String, String> headers = new HashMap<>();
        request.headers().map().forEach((name, values) -> headers.put(name, values.get(0)));
        String query = request.uri().getQuery();
        String path = request.uri().getPath() + (query == null ? "" : "?" + query);
        byte[] body = body(request);
        headers.put("Content-Length", Integer.toString(body.length));
        Exchange exchange = new Exchange(stream.get(), request.method(), path, headers, body);
        network.accept(exchange);
        Coming<T> coming = new Coming<>(exchange, request, handler);
        if (!abreast.getAsBoolean() || !exchange.path.equals("/sync/v1/push")) {
            coming.arrive();
        }
        return coming;
    }

    /** An answer that may still be on its way. */
    private final class Coming<T> extends CompletableFuture<HttpResponse<T>> {

        private final Exchange exchange;
        private final HttpRequest request;
        private final BodyHandler<T> handler;

        Coming(Exchange exchange, HttpRequest request, BodyHandler<T> handler) {
            this.exchange = exchange;
            this.request = request;
            this.handler = handler;
        }

        @Override
        public HttpResponse<T> get(long timeout, TimeUnit unit)
                throws InterruptedException, ExecutionException, TimeoutException {
            arrive();
            return super.get(timeout, unit);
        }

        private void arrive() {
            awaiting.accept(exchange);
            while (exchange.state != Exchange.State.OVER) {
                Coroutine.pause();
            }
            if (exchange.reply.status() == 0) {
                completeExceptionally(new IOException("no answer"));
            } else {
                complete(response(request, exchange.reply, handler));
            }
        }
    }

    private static byte[] body(HttpRequest request) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        request.bodyPublisher().ifPresent(publisher -> publisher.subscribe(new Collecting(bytes)));
        return bytes.toByteArray();
    }

    private static <T> HttpResponse<T> response(HttpRequest request, Exchange.Reply reply, BodyHandler<T> handler) {
        HttpHeaders headers = HttpHeaders.of(
                reply.headers().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, header -> List.of(header.getValue()))),
                (name, value) -> true);
        Answer<Void> head = new Answer<>(request, reply.status(), headers, null);
        BodySubscriber<T> subscriber = handler.apply(head);
        subscriber.onSubscribe(new Flow.Subscription() {
            @Override
            public void request(long count) {}

            @Override
            public void cancel() {}
        });
        subscriber.onNext(List.of(ByteBuffer.wrap(reply.body())));
        subscriber.onComplete();
        return new Answer<>(
                request,
                reply.status(),
                headers,
                subscriber.getBody().toCompletableFuture().join());
    }

    private record Collecting(ByteArrayOutputStream bytes) implements Flow.Subscriber<ByteBuffer> {

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(ByteBuffer buffer) {
            byte[] chunk = new byte[buffer.remaining()];
            buffer.get(chunk);
            bytes.writeBytes(chunk);
        }

        @Override
        public void onError(Throwable error) {
            throw new IllegalStateException(error);
        }

        @Override
        public void onComplete() {}
    }

    private record Answer<T>(HttpRequest request, int statusCode, HttpHeaders headers, T body)
            implements HttpResponse<T>, HttpResponse.ResponseInfo {

        @Override
        public Optional<HttpResponse<T>> previousResponse() {
            return Optional.empty();
        }

        @Override
        public Optional<javax.net.ssl.SSLSession> sslSession() {
            return Optional.empty();
        }

        @Override
        public java.net.URI uri() {
            return request.uri();
        }

        @Override
        public HttpClient.Version version() {
            return HttpClient.Version.HTTP_1_1;
        }
    }

    @Override
    public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler) throws IOException {
        CompletableFuture<HttpResponse<T>> answer = sendAsync(request, handler);
        if (answer.isCompletedExceptionally()) {
            throw new IOException(answer.exceptionNow());
        }
        return answer.join();
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
            HttpRequest request, BodyHandler<T> handler, PushPromiseHandler<T> pushed) {
        throw new UnsupportedOperationException("Nothing is pushed");
    }

    @Override
    public Optional<CookieHandler> cookieHandler() {
        return Optional.empty();
    }

    @Override
    public Optional<Duration> connectTimeout() {
        return Optional.empty();
    }

    @Override
    public Redirect followRedirects() {
        return Redirect.NEVER;
    }

    @Override
    public Optional<ProxySelector> proxy() {
        return Optional.empty();
    }

    @Override
    public SSLContext sslContext() {
        throw new UnsupportedOperationException("Nothing is encrypted here");
    }

    @Override
    public SSLParameters sslParameters() {
        throw new UnsupportedOperationException("Nothing is encrypted here");
    }

    @Override
    public Optional<Authenticator> authenticator() {
        return Optional.empty();
    }

    @Override
    public Version version() {
        return Version.HTTP_1_1;
    }

    @Override
    public Optional<Executor> executor() {
        return Optional.empty();
    }
}
