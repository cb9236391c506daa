package org.tournee.mobile.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people write where a number or an address is asked for, and what is dialled and written to. Rule: R-DIR. */
class PartnerLinksTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "05 49 00 01 01                     | tel:0549000101",
                "05.49.00.01.01                     | tel:0549000101",
                "05-49-00-01-01                     | tel:0549000101",
                "+33 (0)5 49 00 01 01               | tel:+33549000101",
                "0033 ( 0 ) 5 49 00 01 01           | tel:0033549000101",
                "(0)5 49 00 01 01                   | tel:0549000101",
                "(05) 49 00 01 01                   | tel:0549000101",
                "05 49 00 01 01 / 05 49 00 01 02    | tel:0549000101",
                "05 49 00 01 01, 05 49 00 01 02     | tel:0549000101",
                "05 49 00 01 01 - 05 49 00 01 02    | tel:0549000101",
                "05 49 00 01 01 ou 05 49 00 01 02   | tel:0549000101",
                "standard / 05 49 00 01 01          | tel:0549000101",
                "Tél. : 05 49 00 01 01 (poste 12)   | tel:0549000101",
                "02/123 45 67                       | tel:021234567",
                "36 46                              | tel:3646",
                "standard                           |",
                "+                                  |",
            })
    void theFirstNumberIsDialledAndNothingElse(String written, String dialled) {
        assertThat(PartnerLinks.call(written).map(Object::toString).orElse(null))
                .isEqualTo(dialled);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "accueil@exemple.fr                       | mailto:accueil@exemple.fr",
                "accueil@exemple.fr, social@exemple.fr    | mailto:accueil@exemple.fr,social@exemple.fr",
                "accueil@exemple.fr / social@exemple.fr   | mailto:accueil@exemple.fr,social@exemple.fr",
                "Mme Roy <roy@exemple.fr>                 | mailto:roy@exemple.fr",
                "roy%@exemple.fr                          | mailto:roy%25@exemple.fr",
                "par le standard                          |",
            })
    void everyAddressIsWrittenTo(String written, String to) {
        assertThat(PartnerLinks.write(written).map(Object::toString).orElse(null))
                .isEqualTo(to);
    }
}
