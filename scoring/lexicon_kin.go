package scoring

// kinWords holds the words for kin, in English and as they are kept in the English of
// speakers of other languages. A word that means different kin in different places
// stands for each of them.
var kinWords = []entry{
	{term{party: pFather}, "father, dad, daddy, papa, papá, papi, baba, babuji, abba, abbu, abbo, appa, nanna, bapu, pa, pop, tatay, itay, ayah, baabaa, my old man"},
	{term{party: pMother}, "mother, mom, mum, mummy, mommy, mamá, ammi, amma, ammu, ammee, aai, nanay, inay, ibu, umma, eomma, maman, mumsie"},
	{term{party: pMother | pAunt}, "mami"},
	{term{party: pMother | pUncle}, "mama"},
	{term{party: pParents, broad: true}, "parent, parents, folks, mum and dad, mom and dad, dad and mom, dad and mum, father and mother, mother and father, both of my parents, padres, papás, my old people"},
	{term{party: pBrother}, "brother, bro, elder brother, big brother, younger brother, half brother, stepbrother, step brother, bhai, bhaiya, bhaiyya, bhaijan, bhai jaan, bhaijaan, thambi, kuya, hermano, hyung, oppa, egbon, senior brother, junior brother, own brother, real brother, twin brother, foster brother, older brother"},
	{term{party: pSister}, "sister, sis, elder sister, big sister, younger sister, half sister, stepsister, step sister, didi, behen, behan, bahen, baji, apa, akka, appi, hermana, noona, unnie, senior sister, junior sister, own sister, real sister, twin sister, older sister, foster sister"},
	{term{party: pSiblings, broad: true}, "sibling, brothers and sisters, brother and sister, brothers or sisters, brother or sister, sisters and brothers, sister and brother, hermanos, same father same mother"},
	{term{party: pHusband}, "husband, hubby, esposo, marido, shohar, pati"},
	{term{party: pWife}, "wife, wifey, missus, my mrs, esposa, biwi, madam at home"},
	{term{party: pWife, marks: mMine}, "my madam"},
	{term{party: pSpouse, broad: true}, "spouse, better half, my other half, life partner, significant other"},
	{term{party: pSon}, "son, stepson, hijo, little boy, small boy"},
	{term{party: pDaughter}, "daughter, stepdaughter, hija, beti, little girl, small girl"},
	{term{party: pOffspring, broad: true}, "child, children, kid, baby, kiddo, little one, little ones, offspring, hijos, bachche"},
	{term{party: pUncle}, "uncle, chacha, chachu, chachaji, chacha ji, mamu, mamun, mamaji, mama ji, maama, kaka, kaku, kakaji, taya, tayaji, taya ji, tau, tauji, phupha, fufa, foofa, phuphaji, mausa, khalu, khaloo, ammo, ammou, khal, khalo, maternal uncle, paternal uncle, tio, tío, tito, chitappa, periyappa, mjomba, uncle ji, uncleji, grand uncle, great uncle, samchon, oji san, shushu, jiujiu"},
	{term{party: pAunt}, "aunt, auntie, aunty, aunti, tia, tía, tita, khala, khaala, khalti, chachi, masi, maasi, mausi, bua, buaji, phupho, phupo, phuphi, phoophi, fufi, taiji, chinnamma, periyamma, shangazi, gomo, maternal aunt, paternal aunt, auntie ji, aunty ji, grand aunt, great aunt"},
	{term{party: pCousin}, "cousin, cousin brother, cousin sister, primo, prima, first cousin, second cousin, distant cousin, cuz"},
	{term{party: pGrandparent}, "grandfather, grandmother, grandparent, grandpa, grandma, granddad, grandad, granny, gran, grandson, granddaughter, grandchild, grandchildren, nana, nani, dada, dadi, dadaji, dadi ji, nanaji, nani ji, thatha, ajji, ajja, abuelo, abuela, abuelos, abuelita, abuelito, lolo, lola, teta, jiddo, halmoni, harabeoji, great grandmother, great grandfather, grand father, grand mother"},
	{term{party: pNephew}, "nephew, niece, sobrino, sobrina, bhatija, bhatiji, bhanja, bhanji"},
	{term{party: pInLaw}, "in laws, inlaws, in law, brother in law, sister in law, father in law, mother in law, son in law, daughter in law, brothers in law, sisters in law, parents in law, brother inlaw, father inlaw, mother inlaw, sister inlaw, sister's husband, sisters husband, brother's wife, brothers wife, jija, jiju, jijaji, jija ji, jeeja, behnoi, bhabhi, bhabi, devar, jeth, saas, sasur, sasural, co brother, co sister, suegro, suegra, suegros, cuñado, cuñada, cunado, cunada, yerno, nuera, spouse's family"},
	{term{party: pOtherKin}, "godmother, godfather, stepfather, stepmother, step father, step mother, step dad, step mum, stepdad, stepmom, godfather, godmother, guardian, foster father, foster mother, foster parents, godparents, padrino, madrina, padrinos, ninong, ninang, clansman, kinsman, tribesman, elder of the family, family elder"},
	{term{party: pOtherKin | pFriend}, "compadre, comadre"},
	{term{party: pFamily, broad: true, marks: mKin}, "family, relative, relation, kin, family member, kinsman, people at home, own blood, my blood, own people, my people, household, my house people, family side, house people"},
	{term{party: pImmediate, broad: true, marks: mKin}, "immediate family, immediate relative, immediate relatives, close family, close relative, close relatives, blood relative, blood relatives"},
	{term{party: pExtended, broad: true, marks: mKin}, "distant relative, distant relatives, extended family, distant family, far relative, far relatives"},
	{term{party: pPartner}, "fiancé, fiance, fiancée, fiancee, boyfriend, girlfriend, partner, novio, novia, prometido, prometida, betrothed, husband to be, wife to be"},
}
