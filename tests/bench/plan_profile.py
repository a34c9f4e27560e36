"""The profile and the describe document that the measurements of a plan are made with: 8 of 20 columns, renamed and
put into another order."""
import copy
import json
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
HEADER = ['Customer ID', 'Salutation', 'First name', 'Last name', 'Email', 'Phone', 'Mobile', 'Company', 'Department',
          'Street', 'Postal code', 'City', 'Country', 'Birthday', 'Created', 'Last order', 'Revenue', 'Segment',
          'Consent', 'Note']
TAKEN = [('Email', 'Email'), ('Crm_Key__c', 'Customer ID'), ('LastName', 'Last name'), ('FirstName', 'First name'),
         ('Revenue__c', 'Revenue'), ('Birthday__c', 'Birthday'), ('MailingStreet', 'Street'), ('MailingCity', 'City')]
CAPITALS = {'cleaners': [{'do': 'trim'}, {'do': 'upper'}]}
TREATMENT = {'FirstName': CAPITALS, 'MailingCity': CAPITALS, 'Revenue__c': {'decimals': 'comma'},
             'Birthday__c': {'dates': {'order': 'dayFirst'}}}


def write_describe(path, typed):
    """The practice account's contacts with two fields more: date and number, or both text."""
    describe = json.loads((ROOT / 'resources/practice/salesforce/describe-Contact.json').read_text())
    text = next(field for field in describe['fields'] if field['name'] == 'Member_Number__c')
    kinds = {'Birthday__c': {'type': 'date', 'soapType': 'xsd:date', 'length': 0},
             'Revenue__c': {'type': 'currency', 'soapType': 'xsd:double', 'length': 0, 'precision': 16, 'scale': 2}}
    for name, kind in kinds.items():
        field = copy.deepcopy(text)
        field.update({'name': name, 'label': name[:-3], 'unique': False, 'externalId': False, 'idLookup': False},
                     **(kind if typed else {}))
        describe['fields'].append(field)
    Path(path).write_text(json.dumps(describe))


def write_profile(path, treated):
    field_of = {column: field for field, column in TAKEN}
    columns = []
    for column in HEADER:
        entry = {'column': column, 'because': 'you' if column in field_of else 'nothing'}
        if column in field_of:
            treatment = TREATMENT.get(field_of[column], {}) if treated else {}
            entry.update({'field': field_of[column], 'confidence': 1}, **treatment)
        columns.append(entry)
    Path(path).write_text(json.dumps({
        'rowlift': 2, 'name': Path(path).stem, 'service': 'salesforce', 'account': 'practice',
        'target': {'object': 'Contact', 'operation': 'insert'}, 'header': HEADER, 'file': {}, 'columns': columns,
        'blank': 'leave', 'order': [field for field, _ in TAKEN]}))


def checks(treated):
    """What check_plan is told: the fields in their order, and which of them are converted."""
    return ','.join(f'{field}={column}{"!" if treated and field in TREATMENT else ""}' for field, column in TAKEN)
