package org.tournee.server.document;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import java.net.URI;
import java.nio.file.Path;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** The document store that the configuration names. */
@Factory
class DocumentStoreFactory {

    /**
     * The bucket where one is named, else the folder.
     *
     * @throws IllegalStateException when neither is named: a service does not start without a place for documents
     */
    @Context
    DocumentStore store(DocumentSettings settings) {
        DocumentSettings.Bucket bucket = settings.s3();
        if (bucket != null && !bucket.bucket().isBlank()) {
            return new BucketDocuments(client(bucket), bucket.bucket());
        }
        if (settings.folder().isBlank()) {
            throw new IllegalStateException(
                    "No place for documents: set TOURNEE_DOCUMENTS_FOLDER or TOURNEE_DOCUMENTS_S3_BUCKET");
        }
        return new FolderDocuments(Path.of(settings.folder()));
    }

    static S3Client client(DocumentSettings.Bucket bucket) {
        S3ClientBuilder builder = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .region(Region.of(bucket.region()))
                // Stores other than Amazon's do not know its newer checksums; what is kept is authenticated anyway.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .forcePathStyle(true);
        if (!bucket.endpoint().isBlank()) {
            builder.endpointOverride(URI.create(bucket.endpoint()));
        }
        if (!bucket.accessKey().isBlank()) {
            builder.credentialsProvider(StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(bucket.accessKey(), bucket.secretKey())));
        }
        return builder.build();
    }
}
