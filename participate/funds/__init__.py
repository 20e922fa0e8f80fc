"""What a hub gives out: kit points, which starter kits cost, and small funds with criteria that everybody reads.

It knows no project and no material: who has points or asks a fund stands as a subject ("project:7", "street:2")."""
