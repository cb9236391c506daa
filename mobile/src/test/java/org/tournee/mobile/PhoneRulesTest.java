package org.tournee.mobile;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import org.tournee.mobile.store.SqlitePhoneStore;
import org.tournee.mobile.store.SyncStore;
import org.tournee.mobile.ui.Bound;

/** What may lean on what in the phone. */
@AnalyzeClasses(packages = "org.tournee.mobile", importOptions = ImportOption.DoNotIncludeTests.class)
class PhoneRulesTest {

    @ArchTest
    static final ArchRule STORE_SYNC_AND_DEVICE_KNOW_NO_SCREEN = noClasses()
            .that()
            .resideInAnyPackage("..mobile.store..", "..mobile.sync..", "..mobile.device..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "atlantafx..", "org.kordamp..", "..mobile.app..", "..mobile.ui..");

    @ArchTest
    static final ArchRule THE_STORE_KNOWS_NOTHING_OF_THE_NETWORK = noClasses()
            .that()
            .resideInAPackage("..mobile.store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net.http..", "..mobile.sync..", "..mobile.device..");

    @ArchTest
    static final ArchRule SCREENS_REACH_THE_STORE_BY_ITS_INTERFACE_ALONE = noClasses()
            .that()
            .resideOutsideOfPackages("..mobile.store..", "..mobile.sync..", "..mobile.app..")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(SqlitePhoneStore.class, SyncStore.class)
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "org.sqlite..", "com.google.crypto..");

    @ArchTest
    static final ArchRule WHAT_IS_BOUND_BOTH_WAYS_IS_HELD = noClasses()
            .that()
            .doNotBelongToAnyOf(Bound.class)
            .should()
            .callMethodWhere(target(name("bindBidirectional")))
            .because(
                    "such a binding holds neither side: what nobody holds is collected, and a tick is seen and not kept");

    @ArchTest
    static final ArchRule ONLY_A_CLOCK_TELLS_THE_TIME = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("clocks may be wrong, and tests pin them: " + Clock.class.getSimpleName() + ". Rule: R-CLK");
}
