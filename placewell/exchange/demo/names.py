"""Names for people who do not exist: given names, family names, who uses them.

Ethnic groups are the letters of the NHS data dictionary's ethnic category
(from memory). Phone numbers are Ofcom's range for drama (07700 900000 to
900999), NHS numbers the range kept for testing (999), and postcode districts
have numbers that no real district has.
"""

WOMEN, MEN, ANY = "woman", "man", "non-binary"

# share, ethnic groups, languages, women's names, men's names, family names
COMMUNITIES = (
    (
        0.60,
        "AAAAAAC",
        ("en",),
        "Amy Beth Carol Chloe Claire Dawn Donna Emma Gemma Hannah Heather Holly Jade Jenny Joanne "
        "Karen Kelly Kirsty Laura Leanne Lisa Louise Lucy Megan Natalie Nicola Paula Rachel Sarah Zoe",
        "Aaron Adam Andrew Ben Callum Carl Craig Daniel Darren Dean Gareth Gary Ian Jack James Josh "
        "Kieran Lee Liam Luke Mark Martin Matthew Neil Owen Paul Ryan Sean Stephen Tom Wayne",
        "Adams Baker Barnes Bennett Brown Carter Clarke Cooper Davies Dixon Edwards Ellis Evans Fisher "
        "Fletcher Foster Gibson Graham Green Hall Harris Holmes Hughes Jackson Jenkins Jones Kelly "
        "Lewis Marsh Mason Mills Morgan Murphy Nicholls Parker Pearson Powell Price Reid Roberts "
        "Robinson Shaw Simpson Taylor Thomas Turner Walker Ward Webb Wilson Wood Wright",
    ),
    (
        0.13,
        "HJK",
        ("en", "en", "en", "ur", "pa", "bn"),
        "Aisha Amina Farah Harpreet Meera Nadia Nasreen Priya Rukhsana Samina Shabana Sunita",
        "Ahmed Arjun Bilal Hamza Imran Jaspal Mohammed Rajesh Sanjay Tariq Usman Zain",
        "Ahmed Akhtar Ali Begum Choudhury Dhillon Hussain Iqbal Kaur Khan Malik Mistry Patel Rahman Shah Sharma Singh",
    ),
    (
        0.12,
        "MNP",
        ("en", "en", "en", "fr", "so"),
        "Abena Adaeze Blessing Chantelle Esther Folake Grace Keisha Marcia Ngozi Shanice Yasmin",
        "Andre Chidi Curtis Emeka Femi Jermaine Kofi Kwame Leroy Marlon Samuel Tunde",
        "Adeyemi Asante Boateng Campbell Francis Gordon Mensah Mohamud Nkosi Okafor Okeke Osei Owusu "
        "Palmer Stewart Warsame",
    ),
    (
        0.08,
        "CC",
        ("pl", "ro", "en", "pt"),
        "Agnieszka Alina Ewa Ioana Katarzyna Magdalena Marta Sofia",
        "Adrian Andrei Jakub Marek Mihai Pawel Piotr Tomasz",
        "Dabrowska Ionescu Kowalczyk Lewandowski Nowak Pereira Popescu Silva Wisniewski Zielinska",
    ),
    (
        0.07,
        "DEFGRS",
        ("en", "en", "zh", "ar"),
        "Alia Jasmine Leila Maya Mei Naomi Rosa Tara",
        "Elias Hassan Jordan Kai Leon Marcus Omar Theo",
        "Chan Daniels Haddad Lam Mansour Martinez Nguyen Rossi Wong Young",
    ),
)
NEUTRAL = ["Alex", "Ash", "Charlie", "Frankie", "Jamie", "Jordan", "Kit", "Morgan", "Quinn", "Robin", "Rowan", "Sam"]
SHORTER = {
    "Matthew": "Matt",
    "Daniel": "Dan",
    "Stephen": "Steve",
    "Joanne": "Jo",
    "Nicola": "Nicky",
    "Natalie": "Nat",
    "Andrew": "Andy",
    "Katarzyna": "Kasia",
    "Magdalena": "Magda",
    "Agnieszka": "Aga",
    "Tomasz": "Tomek",
    "Mohammed": "Mo",
    "Samuel": "Sammy",
    "Rachel": "Rach",
}
DISTRICTS = tuple(f"NN{number}" for number in range(50, 58))
_SPLIT = tuple(
    (share, groups, languages, women.split(), men.split(), families.split())
    for share, groups, languages, women, men, families in COMMUNITIES
)
_WEIGHTS = tuple(entry[0] for entry in _SPLIT)


def draw_person(rng) -> dict:
    """Given and family name, gender, ethnic group and language that go together."""
    _, groups, languages, women, men, families = rng.choices(_SPLIT, _WEIGHTS)[0]
    gender = rng.choices((WOMEN, MEN, ANY), (46, 51, 3))[0]
    given = rng.choice({WOMEN: women, MEN: men, ANY: NEUTRAL}[gender])
    return {
        "given": given,
        "family": rng.choice(families),
        "gender": gender,
        "ethnic": rng.choice(groups),
        "language": rng.choice(languages),
    }


def postcode(rng) -> str:
    """A postcode in a district that does not exist."""
    letters = "ABDEFGHJLNPQRSTUWXYZ"
    return f"{rng.choice(DISTRICTS)} {rng.randint(1, 9)}{rng.choice(letters)}{rng.choice(letters)}"


def nhs_number(index: int, last: int = 0) -> str:
    """The index-th NHS number of the test range 999, check digit valid.

    Different for every index from 0 to 99,999. Of the ten bodies that differ
    in the last digit only, at most one has no valid check digit, so the next
    digit always works. Raises ValueError beyond that range. Source: NHS data
    dictionary, modulus 11 (verified against the `nhs-number` package's rule).
    """
    if not 0 <= index < 100_000:
        raise ValueError(f"the test range has no NHS number for person {index}: 99,999 is the last")
    stem = f"999{index * 7919 % 100_000:05}"
    for digit in (last % 10, (last + 1) % 10):
        body = f"{stem}{digit}"
        check = -sum(int(d) * w for d, w in zip(body, range(10, 1, -1), strict=True)) % 11
        if check < 10:
            return f"{body}{check}"
    raise ValueError(f"no valid check digit for {stem}")
