package org.tournee;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Set;

/** What the shared model must never come to depend on: the phone and the server both run it. */
@AnalyzeClasses(packages = "org.tournee", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {

    /** Code that the JSON library generates names the types of lists by the JDK's interfaces. */
    private static final DescribedPredicate<JavaClass> WRITTEN_BY_HAND = new DescribedPredicate<>("written by hand") {
        @Override
        public boolean test(JavaClass type) {
            return !type.getSimpleName().endsWith("JsonAdapter")
                    && !type.getSimpleName().endsWith("JsonComponent")
                    && !type.getPackageName().endsWith(".jsonb");
        }
    };

    private static final Set<String> REFLECTIVE = Set.of(
            "forName",
            "getMethod",
            "getMethods",
            "getDeclaredMethod",
            "getDeclaredMethods",
            "getField",
            "getFields",
            "getDeclaredField",
            "getDeclaredFields",
            "getConstructor",
            "getDeclaredConstructor",
            "getRecordComponents",
            "newInstance");

    @ArchTest
    static final ArchRule DEPENDS_ON_THE_JDK_AND_COMPILE_TIME_JSON_ALONE = classes()
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("java..", "org.tournee..", "org.jspecify..", "io.avaje.."))
            .because("no framework is common to the phone and the server");

    @ArchTest
    static final ArchRule HAS_NO_CLOCK = noClasses()
            .should()
            .callMethodWhere(new DescribedPredicate<JavaMethodCall>("the time is read") {
                @Override
                public boolean test(JavaMethodCall call) {
                    String owner = call.getTargetOwner().getName();
                    String name = call.getName();
                    return ((owner.startsWith("java.time.") || owner.startsWith("java.util.")) && name.equals("now"))
                            || name.equals("currentTimeMillis")
                            || name.equals("nanoTime");
                }
            })
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .because("dates are parameters: R-CLK");

    @ArchTest
    static final ArchRule HAS_NO_REFLECTION = noClasses()
            .that(WRITTEN_BY_HAND)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.lang.reflect..", "java.lang.invoke..")
            .orShould()
            .callMethodWhere(new DescribedPredicate<JavaMethodCall>("a class is looked into") {
                @Override
                public boolean test(JavaMethodCall call) {
                    return call.getTargetOwner().isEquivalentTo(Class.class) && REFLECTIVE.contains(call.getName());
                }
            })
            .because("the phone is compiled ahead of time");

    @ArchTest
    static final ArchRule READS_NO_FILE_AND_NO_NETWORK = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net..", "java.nio.file..", "java.sql..")
            .because("effects stay at the edges");
}
