package org.tournee;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import org.tournee.profile.MandateDuties;
import org.tournee.profile.MandateFigures;
import org.tournee.profile.OrganisationProfile;
import org.tournee.profile.ProfileFigures;
import org.tournee.profile.SegmentDuties;
import org.tournee.profile.Segmentation;

/** Whoever reads a figure says of which day: in the shared model, on the phone and on the server. Rule: R-SEG-0. */
@AnalyzeClasses(packages = "org.tournee", importOptions = ImportOption.DoNotIncludeTests.class)
class FiguresOfTheirDayTest {

    /** What holds figures since the beginning, and in what they are read as of a day. */
    private static final Map<Class<? extends Record>, Class<? extends Record>> DATED = Map.of(
            OrganisationProfile.class, ProfileFigures.class,
            Segmentation.class, SegmentDuties.class,
            MandateFigures.class, MandateDuties.class);

    @ArchTest
    static final ArchRule FIGURES_ARE_READ_AS_OF_A_DAY = noClasses()
            .that()
            .resideOutsideOfPackage("org.tournee.profile..")
            .should()
            .accessTargetWhere(new DescribedPredicate<JavaAccess<?>>("a figure is read that may have changed since") {
                @Override
                public boolean test(JavaAccess<?> access) {
                    return DATED.entrySet().stream()
                            .filter(held -> access.getTargetOwner().isEquivalentTo(held.getKey()))
                            .flatMap(held -> Arrays.stream(held.getValue().getRecordComponents()))
                            .map(RecordComponent::getName)
                            .anyMatch(access.getName()::equals);
                }
            })
            .because("it changes from a day on: OrganisationProfile.on(day)");
}
