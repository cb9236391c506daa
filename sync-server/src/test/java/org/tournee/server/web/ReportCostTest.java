package org.tournee.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tournee.server.StatementCount;

/** The report asks the database the same few questions, however many dossiers there are. Rule: R-SEG-10. */
class ReportCostTest extends WebTest {

    @Inject
    StatementCount statements;

    @Override
    public Map<String, String> getProperties() {
        Map<String, String> properties = super.getProperties();
        properties.put("tournee.test.count-statements", "true");
        return properties;
    }

    @Test
    void fiftyDossiersCostNoMoreStatementsThanOne() {
        Browser browser = browser(head);
        browser.get("/equipe");
        int one = statements.of(() -> browser.get("/equipe"));
        for (int i = 0; i < 50; i++) {
            service.dossier(referent);
        }

        int many = statements.of(() -> assertThat(browser.get("/equipe").html()).contains("data-test=\"total\">51<"));

        assertThat(many - one).isLessThan(10); // others at work in the background may ask something too
        assertThat(one).isLessThan(40);
    }
}
