"""What made-up people say of themselves and their work."""

from placewell.records.profiles import Part

CV_ABOUT = "Reliable and friendly, used to early starts. Looking for steady work with regular hours."

SAYINGS = {
    Part.GOAL: [
        "To work in a garden centre, and one day have my own stall.",
        "A job where I can use my hands. As a boy I took radios apart.",
        "Anything with animals. Or a kitchen, if it is a calm one.",
        "To be back in an office, but without the phone.",
        "My own money, and a reason to get up. The rest we will see.",
        "To train as a care worker. I looked after my gran for years.",
    ],
    Part.TASKS: [
        "One thing after the other, and I can see at the end what I did.",
        "Not the till. I like sorting, packing and putting right.",
        "Talking with people, as long as nobody shouts.",
        "Repairing things. Not much writing.",
    ],
    Part.PLACE: [
        "Outside, even in the rain.",
        "Small is better. I got lost in the big store.",
        "Near home, at least to begin with.",
    ],
    Part.HOURS: [
        "Sixteen hours to begin with, mornings off.",
        "Three afternoons. Thursdays are for the clinic.",
        "Full weeks later, not yet.",
        "Early shift suits me: I am up at five anyway.",
        "Not nights, they upset everything.",
    ],
    Part.PAY: [
        "More than I lose. Please show me the sum.",
        "The living wage would be fair.",
        "Enough to pay off my sister.",
    ],
    Part.COLLEAGUES: [
        "A boss who says it straight.",
        "Two or three people, always the same.",
        "Customers are fine. I like a chat.",
    ],
    Part.NOISE: [
        "Radio is fine, machines are not.",
        "A quiet corner to go to would help.",
        "I do not mind noise, I mind strip lights.",
    ],
    Part.TRAVEL: [
        "The 14 bus stops at my door. Half an hour is all right.",
        "By bike, up to five miles.",
        "I cannot do the train yet.",
    ],
    Part.STRENGTHS: [
        "Patient. I do not give up on a thing.",
        "Always on time, people say. Good with old people.",
        "Tidy, quick with numbers.",
        "I notice when something is wrong before others do.",
        "I can make people laugh, and I keep my word.",
    ],
    Part.EDUCATION: [
        "School until 16. Half of a bricklaying course.",
        "Level 2 in catering. I would like the food hygiene certificate.",
        "A degree in history, long ago.",
    ],
    Part.LICENCES: ["Driving licence, clean.", "Forklift, ran out last year.", "Food hygiene level 2."],
    Part.LANGUAGES: ["English and Polish, both spoken and written.", "English; a little Urdu with my mother."],
    Part.DIGITAL_SKILLS: [
        "Phone for everything. Never used a spreadsheet.",
        "Email and online forms, slowly.",
        "Good with computers, I build my own.",
    ],
    Part.HEALTH: [
        "Mornings are slow because of the tablets. By eleven I am myself.",
        "When I sleep badly I get short with people.",
        "Crowds wear me out after an hour or two.",
    ],
    Part.HELPS: [
        "A list for the day. And to be told if I do well.",
        "Five minutes outside, now and then.",
        "Somebody I can ask without feeling stupid.",
        "Knowing the week before which shifts I have.",
    ],
    Part.ROUTINE: [
        "Up at seven, walk the dog, then not much until evening.",
        "Most of the day at home. Tuesdays at the allotment.",
    ],
    Part.CARING: ["My son is with me every second weekend.", "I shop for my mother on Saturdays."],
    Part.MONEY: ["I worry what happens to the rent when I earn.", "There are debts, they come off each month."],
    Part.RIGHT_TO_WORK: ["British passport, at my sister's.", "Settled status, the letter is here."],
    Part.DISCLOSURE: ["The boss may know, not the others.", "I would rather say nothing at first."],
    Part.JOB_IDEAS: [
        "Nursery, parks team, market stall.",
        "Back kitchen of a small place; school canteen.",
        "Stock room, library, archive.",
    ],
    Part.FIRST_EMPLOYERS: ["The garden centre by the bridge.", "The baker in the market hall knows my aunt."],
}

FROM_OTHERS = [
    (
        Part.FAMILY_VIEWS,
        "She is happier on the days on which she has something to do. Mornings worry me.",
        "family",
        "her mother",
    ),
    (Part.FAMILY_VIEWS, "I can drive him for the first weeks.", "family", "his brother"),
    (Part.VIEWS_OF_OTHERS, "He taught the new ones, without being asked.", "employers", "Mr Lowe, an earlier manager"),
    (Part.VIEWS_OF_OTHERS, "Has kept every appointment this year.", "team", "the care co-ordinator"),
    (Part.STRENGTHS, "Certificate of merit from college, 2011.", "records", ""),
]
PAST_JOBS = [
    {
        "title": "Kitchen assistant",
        "employer": "Red Lion",
        "from_year": 2014,
        "until_year": 2017,
        "duties": "Prepared vegetables, kept the kitchen clean, helped at the pass on busy nights.",
        "liked": "The team, and being fed.",
        "disliked": "Friday nights.",
        "why_ended": "The place was sold.",
        "what_helped": "The cook showed me everything twice.",
    },
    {
        "title": "Warehouse operative",
        "employer": "Hartley Parcels",
        "from_year": 2009,
        "until_year": 2012,
        "duties": "Picked and packed orders, loaded vans, counted stock.",
        "liked": "Nobody talks at you.",
        "disliked": "The targets.",
        "why_ended": "I could not keep the nights up.",
        "what_helped": "",
    },
    {
        "title": "Gardener",
        "employer": "Borough parks",
        "from_year": 2016,
        "until_year": 2019,
        "duties": "Planted beds, mowed, looked after tools.",
        "liked": "Being outside, all of it.",
        "disliked": "The rain in March.",
        "why_ended": "The contract ran out.",
        "what_helped": "Always the same partner.",
    },
    {
        "title": "Sales assistant",
        "employer": "Fenwick Shoes",
        "from_year": 2018,
        "until_year": 2020,
        "duties": "Served customers, dressed the window, cashed up.",
        "liked": "Regular customers.",
        "disliked": "Sundays.",
        "why_ended": "The shop closed.",
        "what_helped": "A manager who asked how I was.",
    },
    {
        "title": "Office clerk",
        "employer": "Marsh and Sons",
        "from_year": 2005,
        "until_year": 2010,
        "duties": "Filed, typed letters, ordered supplies.",
        "liked": "The quiet.",
        "disliked": "The phone.",
        "why_ended": "I left, it was too much at the time.",
        "what_helped": "My own desk by the window.",
    },
]
