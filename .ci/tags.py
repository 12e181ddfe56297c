"""tags.py FILE...: do tags and pages of a PDF lead to each other, both ways?

Forwards, each mark of a page's content, and each annotation, is led by the parent tree to an element of the structure
tree that has it among its kids. Backwards, each kid of an element that is a mark stands in the content that it names,
and each that is an object leads back to the element. What stands in an artifact has no mark. Exit 1 where one does not.
"""
import sys

import pikepdf
from pikepdf import Array, Dictionary, Name


def entries(tree, key, depth=0):
    """The pairs of a number tree: key is /Nums."""
    found = list(tree.get(key, []))
    yield from zip(map(int, found[::2]), found[1::2])
    for kid in tree.get("/Kids", []) if depth < 50 else []:
        yield from entries(kid, key, depth + 1)


def kids(element):
    found = element.get("/K", Array())
    return list(found) if isinstance(found, Array) else [found]


class Structure:
    """The structure tree of a file: what its elements say that they hold, by the element's number."""

    def __init__(self, pdf):
        root = pdf.Root.StructTreeRoot
        self.parents = dict(entries(root.ParentTree, "/Nums"))
        self.marks, self.objects, self.known = {}, {}, set()
        waiting = [(kid, None) for kid in kids(root)]
        while waiting:
            element, page = waiting.pop()
            number = element.objgen
            self.known.add(number)
            page = element.Pg.objgen if "/Pg" in element else page
            for kid in kids(element):
                if not isinstance(kid, Dictionary):
                    self.marks[page, int(kid)] = number
                elif kid.get("/Type") == Name.MCR:
                    owner = kid.get("/Stm", kid.get("/Pg"))
                    self.marks[owner.objgen if owner is not None else page, int(kid.MCID)] = number
                elif kid.get("/Type") == Name.OBJR:
                    self.objects[kid.Obj.objgen] = (number, kid.Obj)
                elif kid.objgen not in self.known:
                    waiting.append((kid, page))

    def list(self, holder):
        found = self.parents.get(int(holder.get("/StructParents", -1)))
        return list(found) if isinstance(found, Array) else []


def identifier(operands, resources):
    """The identifier of the mark that BDC begins; None where it has none."""
    properties = operands[1]
    if isinstance(properties, Name):
        properties = resources.get("/Properties", {}).get(properties, {})
    return int(properties["/MCID"]) if "/MCID" in properties else None


def marks(stream, resources, met):
    """The marks of a content stream and of the forms that it draws, each with the object that holds it."""
    artifacts = []
    for operands, operator in pikepdf.parse_content_stream(stream):
        operator = str(operator)
        if operator in ("BMC", "BDC"):
            artifacts.append(operands[0] == Name.Artifact)
            mark = identifier(operands, resources) if operator == "BDC" else None
            if mark is not None and not any(artifacts):
                yield stream, mark
        elif operator == "EMC" and artifacts:
            artifacts.pop()
        elif operator == "Do":
            form = resources.get("/XObject", {}).get(operands[0])
            if form is None or form.get("/Subtype") != Name.Form or form.objgen in met:
                continue
            met.add(form.objgen)
            if "/StructParents" in form:
                yield from marks(form, form.get("/Resources", resources), met)


def compare(path):
    """What does not agree, in words, and how many marks and annotations there are."""
    wrong, count = [], 0
    with pikepdf.open(path) as pdf:
        tree, there, annotations = Structure(pdf), set(), set()
        for page in pdf.pages:
            where = f"page {page.index + 1}"
            for holder, mark in marks(page.obj, page.obj.get("/Resources", Dictionary()), set()):
                count += 1
                there.add((holder.objgen, mark))
                leads = tree.list(holder)
                element = leads[mark].objgen if mark < len(leads) and leads[mark] is not None else None
                if element not in tree.known or tree.marks.get((holder.objgen, mark)) != element:
                    wrong.append(f"{where}: mark {mark} of {holder.objgen} leads to {element}, and not back")
            for annotation in page.obj.get("/Annots", []):
                annotations.add(annotation.objgen)
                if annotation.get("/Subtype") == Name.Popup and "/StructParent" not in annotation:
                    continue
                count += 1
                parent = tree.parents.get(int(annotation.get("/StructParent", -1)))
                number = parent.objgen if isinstance(parent, Dictionary) else None
                if number not in tree.known or tree.objects.get(annotation.objgen, (None,))[0] != number:
                    wrong.append(f"{where}: annotation {annotation.objgen} leads to {number}, and not back")
        wrong += [f"element {e} has mark {m} of {owner}, which is not there"
                  for (owner, m), e in tree.marks.items() if (owner, m) not in there]
        wrong += [f"element {e} has object {n}, which is on no page"
                  for n, (e, o) in tree.objects.items() if n not in annotations and o.get("/Subtype") != Name.Form]
    return wrong, count


def main(*files):
    if not files:
        sys.exit(__doc__)
    failed = False
    for path in files:
        wrong, count = compare(path)
        failed = failed or bool(wrong) or not count
        print(f"{path}: {count} marks and annotations, {len(wrong)} that do not agree")
        print("".join(f"  {line}\n" for line in wrong[:20]), end="")
    sys.exit(failed)


if __name__ == "__main__":
    main(*sys.argv[1:])
