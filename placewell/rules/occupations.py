"""Kinds of work, as the national classification groups them.

Source: Standard Occupational Classification 2020, sub-major groups, Office for National
Statistics (from memory).
"""

import re

SUB_MAJOR_GROUPS = {
    "11": "Corporate managers and directors",
    "12": "Other managers and proprietors",
    "21": "Science, research, engineering and technology professionals",
    "22": "Health professionals",
    "23": "Teaching and other educational professionals",
    "24": "Business, media and public service professionals",
    "31": "Science, engineering and technology associate professionals",
    "32": "Health and social care associate professionals",
    "33": "Protective service occupations",
    "34": "Culture, media and sports occupations",
    "35": "Business and public service associate professionals",
    "41": "Administrative occupations",
    "42": "Secretarial and related occupations",
    "51": "Skilled agricultural and related trades",
    "52": "Skilled metal, electrical and electronic trades",
    "53": "Skilled construction and building trades",
    "54": "Textiles, printing and other skilled trades",
    "61": "Caring personal service occupations",
    "62": "Leisure, travel and related personal service occupations",
    "63": "Community and civil enforcement occupations",
    "71": "Sales occupations",
    "72": "Customer service occupations",
    "81": "Process, plant and machine operatives",
    "82": "Transport and mobile machine drivers and operatives",
    "91": "Elementary trades and related occupations",
    "92": "Elementary administration and service occupations",
}

# What each group is for people who do not know the classification.
FOR_EXAMPLE = {
    "11": "running a large firm or department",
    "12": "running a shop, café, farm or small business",
    "21": "software, engineering, research",
    "22": "nursing, pharmacy, therapy",
    "23": "teaching",
    "24": "accounts, law, journalism, social work",
    "31": "IT support, laboratory technician",
    "32": "youth and community work, counselling",
    "33": "police, fire service, prison officer",
    "34": "design, music, sports coaching",
    "35": "sales executive, HR officer, estate agent",
    "41": "office work, records, accounts clerk, library",
    "42": "reception, secretarial",
    "51": "gardening, farming",
    "52": "mechanic, electrician",
    "53": "painting, plumbing, building",
    "54": "chef, cook, printing, tailoring",
    "61": "care work, nursery, teaching assistant, animals",
    "62": "hairdressing, travel, caretaking",
    "63": "community support officer, traffic warden",
    "71": "shop work, checkout",
    "72": "call centre, customer service",
    "81": "factory and plant work",
    "82": "driving: van, bus, lorry, forklift",
    "91": "labouring: building, farm, packing",
    "92": "cleaning, kitchen, warehouse, bar, security",
}
UNIT_GROUP = re.compile(r"[0-9]{4}")


def title_of(*, group: str) -> str:
    """The title of a sub-major group; words that are no known group come back as they are."""
    return SUB_MAJOR_GROUPS.get(group, group)


def is_unit_group(*, code: str) -> bool:
    """True for four digits that begin with a known sub-major group."""
    return bool(UNIT_GROUP.fullmatch(code)) and code[:2] in SUB_MAJOR_GROUPS
