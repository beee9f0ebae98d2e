package questionbank

import (
	"maps"
	"slices"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// With is the bank and a pack that ReadPack has read for it. Neither is changed.
//
// Questions for a topic of the bank stand in it. Of the topics that packs bring along,
// one is covered in each interview for which they are meant.
func (b *Bank) With(p *Pack) *Bank {
	joined := &Bank{
		Version: shortSum([]byte(b.Version + " " + p.Group.Group + " " + p.Version())),
		Groups:  cloneGroups(b.Groups),
		Recipes: slices.Clone(b.Recipes), Common: b.Common, Remarks: b.Remarks,
		packed: slices.Clone(b.packed), foreign: maps.Clone(b.foreign),
	}
	if joined.foreign == nil {
		joined.foreign = map[string]bool{}
	}
	joined.foreign[p.Group.Group] = true
	own := p.Group
	own.Topics = nil
	for _, t := range p.Topics {
		if home := joined.topicAt(t.ID); home != nil {
			home.Questions = append(home.Questions, t.Questions...)
			continue
		}
		own.Topics = append(own.Topics, cloneTopic(t))
		joined.foreign[t.ID] = true
		if slices.ContainsFunc(t.Questions, func(q Question) bool { return !q.Retired }) && !t.Off {
			joined.packed = append(joined.packed, t.ID)
		}
	}
	joined.Groups = append(joined.Groups, own)
	joined.relink()
	joined.addCommon()
	joined.coverPacked(b)
	return joined
}

// cloneGroups copies all that With changes.
func cloneGroups(groups []Group) []Group {
	all := slices.Clone(groups)
	for i := range all {
		all[i].Topics = slices.Clone(all[i].Topics)
		for j := range all[i].Topics {
			all[i].Topics[j] = cloneTopic(all[i].Topics[j])
		}
	}
	return all
}

func cloneTopic(t Topic) Topic {
	t.Questions = slices.Clone(t.Questions)
	t.FollowUp = maps.Clone(t.FollowUp)
	return t
}

func (b *Bank) topicAt(id string) *Topic {
	for i := range b.Groups {
		for j := range b.Groups[i].Topics {
			if t := &b.Groups[i].Topics[j]; t.ID == id {
				return t
			}
		}
	}
	return nil
}

// relink finds topics and questions by ID, as the linter does for files.
func (b *Bank) relink() {
	b.questions, b.topics = map[string]*Question{}, map[string]*Topic{}
	for i := range b.Groups {
		for j := range b.Groups[i].Topics {
			t := &b.Groups[i].Topics[j]
			b.topics[t.ID] = t
			for k := range t.Questions {
				q := &t.Questions[k]
				q.Topic = t
				b.questions[q.ID] = q
			}
		}
	}
}

// coverPacked lets each recipe cover one of the topics from packs that its category
// has, all packs together, so that several do not make the interview longer.
func (b *Bank) coverPacked(before *Bank) {
	for i := range b.Recipes {
		r := &b.Recipes[i]
		if had := before.packedFor(r.Category); len(had) > 0 {
			r.Cover = r.Cover[:len(r.Cover)-1]
		}
		if have := b.packedFor(r.Category); len(have) > 0 {
			r.Cover = append(slices.Clip(r.Cover), have)
		}
	}
}

// packedFor are the topics from packs with a question for the category.
func (b *Bank) packedFor(c transcript.Category) []string {
	var ids []string
	for _, id := range b.packed {
		if len(b.Pick(Filter{Category: c, Topic: id})) > 0 {
			ids = append(ids, id)
		}
	}
	return ids
}
