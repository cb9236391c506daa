package org.tournee.server.document;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Pieces as objects of a bucket in any store that speaks S3. */
final class BucketDocuments implements DocumentStore {

    private final S3Client client;
    private final String bucket;

    BucketDocuments(S3Client client, String bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    @Override
    public void put(String name, byte[] sealed) throws IOException {
        try {
            client.putObject(request -> request.bucket(bucket).key(name), RequestBody.fromBytes(sealed));
        } catch (SdkException e) {
            throw unreachable(e);
        }
    }

    @Override
    public byte[] get(String name) throws IOException {
        try {
            return client.getObjectAsBytes(request -> request.bucket(bucket).key(name))
                    .asByteArray();
        } catch (NoSuchKeyException e) {
            FileNotFoundException missing = new FileNotFoundException(name);
            missing.initCause(e);
            throw missing;
        } catch (SdkException e) {
            throw unreachable(e);
        }
    }

    @Override
    public void removeAll(String folder) throws IOException {
        try {
            for (S3Object object : client.listObjectsV2Paginator(
                            request -> request.bucket(bucket).prefix(folder + "/"))
                    .contents()) {
                remove(object.key());
            }
        } catch (SdkException e) {
            throw unreachable(e);
        }
    }

    private void remove(String key) {
        List<ObjectIdentifier> one = List.of(ObjectIdentifier.builder().key(key).build());
        client.deleteObjects(request -> request.bucket(bucket).delete(delete -> delete.objects(one)));
    }

    private static IOException unreachable(SdkException e) {
        return new IOException("The object store refuses or cannot be reached", e);
    }
}
