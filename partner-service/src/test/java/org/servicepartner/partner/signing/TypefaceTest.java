package org.servicepartner.partner.signing;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TypefaceTest {
    private static final Typeface TYPEFACE = new Typeface();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Müller & Söhne, Großstraße 1ß",
                "Žofie Čapková, Děčín",
                "Łódź Ąćęńśź",
                "Ångström Æsir Ørsted Íñigo Ç",
                "Őrség Űr, Şükrü Ğ İı",
                "Ģirts Ķēniņš Ūdris",
                "Ελληνική Εταιρεία",
                "Българска фирма ООД",
                "Mu\u0308ller",
                "O’Brien – „Brüder“ €"
            })
    void europeanNamesCanBeShown(String name) {
        assertThat(TYPEFACE.canShow(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"王小明", "two\nlines", "tab\there", "party 🎉", "bell\u0007"})
    void otherLettersAndControlCharactersCannot(String name) {
        assertThat(TYPEFACE.canShow(name)).isFalse();
    }
}
