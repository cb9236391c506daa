package org.tournee.bilan;

/** The eight dimensions of the bilan social. Source: 003 th. 5. */
public enum Dimension {
    HEALTH,
    INCOME,
    HOUSING,
    DAILY_LIFE,
    SOCIAL_CULTURAL_LIFE,
    KNOWLEDGE_SKILLS,
    EMPLOYMENT,
    LANGUAGES
}
