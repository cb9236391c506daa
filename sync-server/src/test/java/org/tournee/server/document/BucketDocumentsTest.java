package org.tournee.server.document;

import org.gaul.s3proxy.junit.S3ProxyExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.s3.S3Client;

/** The contract over a real S3 server. */
class BucketDocumentsTest extends DocumentStoreContract {

    @RegisterExtension
    static final S3ProxyExtension S3 = S3ProxyExtension.builder()
            .withCredentials("tournee", "un secret de test")
            .build();

    private DocumentStore store;

    @BeforeEach
    void aBucket() {
        DocumentSettings.Bucket settings = new DocumentSettings.Bucket(
                "documents", S3.getUri().toString(), "us-east-1", S3.getAccessKey(), S3.getSecretKey());
        try (S3Client client = DocumentStoreFactory.client(settings)) {
            client.createBucket(request -> request.bucket("documents"));
        }
        store = new DocumentStoreFactory().store(new DocumentSettings("", settings));
    }

    @Override
    DocumentStore store() {
        return store;
    }
}
