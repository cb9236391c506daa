package org.tournee.server.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tournee.server.TestPhone;
import org.tournee.server.load.Places;
import org.tournee.sync.BucketId;
import org.tournee.sync.PullRequest;
import org.tournee.sync.Wire;

/** First syncs wait for each other, and nobody with a few changes waits for them. Rule: R-SYN. */
class AdmissionTest extends SyncTest {

    private HttpResponse<byte[]> pull(Map<String, Long> cursors) {
        byte[] body = Wire.json(new PullRequest(phone.stream(), phone.epoch(), null, null, cursors, null))
                .getBytes(StandardCharsets.UTF_8);
        return phone.post("/sync/v1/pull", "application/json", body, Map.of());
    }

    private Map<String, Long> many() {
        Map<String, Long> cursors = new LinkedHashMap<>();
        for (int at = 0; at <= Admission.FEW; at++) {
            cursors.put(BucketId.service(service.dossier(referent)).value(), 0L);
        }
        return cursors;
    }

    @Test
    void whereAllPlacesAreTakenALargePullIsToldToComeBackAndASmallOneIsAnswered() {
        Map<String, Long> many = many();
        Admission admission = service.bean(Admission.class);
        List<Places.Place> taken = new ArrayList<>();
        Optional<Places.Place> place = admission.enter(many);
        while (place.isPresent()) {
            taken.add(place.get());
            place = admission.enter(many);
        }

        HttpResponse<byte[]> refused = pull(many);
        HttpResponse<byte[]> one = pull(Map.of(BucketId.service(dossier).value(), 0L));
        Map<String, Long> changes = new LinkedHashMap<>();
        many.keySet().forEach(bucket -> changes.put(bucket, 1L));

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(TestPhone.text(refused)).contains("urn:tournee:busy").contains("retry_after");
        assertThat(one.statusCode()).isEqualTo(200);
        assertThat(pull(changes).statusCode()).isEqualTo(200);
        assertThat(pull(null).statusCode()).isEqualTo(200);

        taken.forEach(Places.Place::close);
        taken.get(0).close();
        assertThat(pull(many).statusCode()).isEqualTo(200);
        assertThat(pull(many).statusCode()).as("its place was given back").isEqualTo(200);
    }
}
