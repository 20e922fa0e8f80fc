"""Fifty ideas as a neighbour might say them, each about one of the 7,316 real projects. Written from reading that
project, in other words than its own, before anybody looked at what the matcher finds.
"""

from pathlib import Path

FILE = Path("data/project_texts/project_texts_open.csv")
PAIRS = (
    (
        "360G-blf-0030024210",
        "trampolines for the kids after lessons, because out in the villages there is nothing to do",
    ),
    (
        "360G-blf-0030024921",
        "give pupils breakfast before class, with a quiet read and some drawing, and mums and dads help",
    ),
    ("360G-LBFEW-98268", "somebody to play with the little ones and help their mums when they visit dad in prison"),
    ("360G-blf-0031025740", "get-togethers for widows and other people who live on their own"),
    ("360G-LBFEW-101764", "a safe way for people with learning difficulties to meet, make friends or find a partner"),
    ("nlcf-0045383386", "old and young going on walks together and telling each other about this place"),
    ("360G-blf-0031000012", "flower beds and hotels for bugs round the school so that kids learn to look after nature"),
    ("360G-blf-0030064706", "a school bus that takes a wheelchair, so that everybody can go on trips"),
    ("360G-LBFEW-92991", "days out and a meal for girls who were trafficked to this country"),
    ("nlcf-0045394090", "young people from Camden who volunteer to change something and feel better for it"),
    (
        "360G-LBFEW-76401",
        "people who did time themselves stand by teenagers coming out of prison, so they leave the gang",
    ),
    ("360G-blf-0031003581", "it is freezing in the village hall: put in new heating that costs less to run"),
    ("360G-blf-AHF_1_010152810", "a parade of old soldiers, with cadets, to remember VE and VJ Day"),
    ("360G-blf-0031033961", "a canopy over the playground so that preschool children can be outside in the rain"),
    ("GB-CHC-1154007", "an online group for people with mast cell disease"),
    ("360G-blf-0030032466", "gay and trans people making music and going on stage at an open mic once a month"),
    ("nlcf-0045399629", "boxes of kosher food for Jewish families who are short of money"),
    ("360G-blf-0030037391", "a weekend of old folk songs and folk dances, with workshops to join in"),
    ("GB-CHC-1185501", "hair, nails and other beauty treats for people who are having cancer treatment"),
    ("nlcf-0045398594", "a new exercise bike for residents who find it hard to move"),
    ("GB-CHC-1118612", "teenagers set up their own little company for a year and learn how business works"),
    ("nlcf-0045386680", "boxing and martial arts for youngsters who want to become leaders"),
    ("360G-blf-AHF_1_010167980", "a dinner with music of the forties for the men who landed in Normandy"),
    ("GB-CHC-1034072", "a hoist so that disabled children can get in and out of the swimming pool"),
    ("GB-CHC-1011431", "raise money to buy paintings for the Harrogate gallery and show them"),
    ("GB-SC-SC041681", "a company that puts on musicals, light operas and a pantomime"),
    ("360G-blf-0030068785", "laptops so pupils can do computer sessions when school is over"),
    ("360G-LBFEW-99515", "help with benefits for people who come to the food store"),
    ("360G-blf-0030096089", "new mats for our judo, and first aid training for the coaches"),
    ("360G-blf-0030047615", "work and training for dancers who are out of a job"),
    (
        "nlcf-0045401033",
        "woodwork and handyman mornings for lonely people, and a hot meal for families with little money",
    ),
    ("360G-blf-0030057903", "kids on Exmoor outdoors after school, learning about wildlife"),
    ("nlcf-0045393217", "help autistic people to find a job and keep it"),
    ("360G-blf-0030001951", "teach scout helpers bushcraft, canoeing, archery and circus tricks"),
    ("360G-phf-30722", "a festival of plays that teenagers make and run all by themselves for three weeks"),
    ("GB-CHC-1127033", "when the bailiffs come, give the family a cooker or a washing machine they need at home"),
    ("360G-blf-0030016083", "a tea dance, chair aerobics and curling for an afternoon out"),
    ("360G-blf-0030058021", "sow wildflowers and grow things together on Mabley Green"),
    ("360G-blf-0031047186", "young people, some of them autistic, film each other talking about being friends"),
    ("nlcf-0045394236", "drama for kids in care together with their foster carers"),
    ("360G-LBFEW-107836", "more volunteers to help people in Knowsley who are in debt"),
    ("nlcf-0045392049", "show older people how to use the internet to keep in touch"),
    ("GB-CHC-298494", "a club with outings and speech therapy for people who have had a stroke"),
    ("360G-blf-0030030023", "lacrosse after school, and the primary schools may come too"),
    ("360G-blf-A4E_3_010119532", "keep and fly pigeons with new members"),
    ("360G-LBFEW-94023", "street dance with a proper teacher"),
    ("GB-CHC-1056564", "learn to meditate with a Buddhist teacher every week"),
    ("360G-LBFEW-112790", "grandparents who bring up their grandchildren because the parents take drugs"),
    (
        "360G-blf-AHF_1_010158821",
        "tea dances where people tell their stories of the war, and a book of them with photos",
    ),
    ("360G-blf-A4E_3_010116105", "learn circus skills and see street artists in Wednesbury"),
)
